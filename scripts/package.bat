@echo off
rem Writes zips for a Fiji update site, for plain ImageJ, and an installer: scripts\package OUT [--with-engine]
setlocal
set "root=%~dp0.."
set "distribution=%root%\target\distribution"
call "%~dp0distribution.bat"
if errorlevel 1 exit /b 1
java -cp "%distribution%\*" org.onemodel.cli.Main package --from "%root%" %*
exit /b %ERRORLEVEL%
