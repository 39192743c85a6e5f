"""The kinds of file that are handed out."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
ICS = "text/calendar"
TEXT = "text/plain"
