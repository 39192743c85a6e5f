"""The kinds of file that are handed out."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
