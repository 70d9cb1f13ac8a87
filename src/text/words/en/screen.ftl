### screen
status-active = at work
status-retired = retired
status-transferred = transferred
status-leave = on leave
status-died = died
