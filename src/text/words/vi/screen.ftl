### screen
status-active = đang công tác
status-retired = nghỉ hưu
status-transferred = chuyển công tác
status-leave = nghỉ dài hạn
status-died = từ trần
