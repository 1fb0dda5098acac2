@echo off
rem Puts OneModel into ImageJ or Fiji, or takes it out again: scripts\install FOLDER [--undo] [--dry-run] [--json] ...
rem Builds once; delete target\distribution to build again. scripts\install --help lists all options.
setlocal
set "root=%~dp0.."
set "distribution=%root%\target\distribution"
call "%~dp0distribution.bat"
if errorlevel 1 exit /b 1
java -cp "%distribution%\*" org.onemodel.cli.Main install --from "%root%" %*
exit /b %ERRORLEVEL%
