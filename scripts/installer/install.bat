@echo off
rem Puts OneModel into ImageJ or Fiji, or takes it out again: install FOLDER [--undo] [--dry-run] [--json] ...
call "%~dp0onemodel.bat" install %*
exit /b %ERRORLEVEL%
