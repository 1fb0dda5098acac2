@echo off
rem The command line: onemodel COMMAND ...; ONEMODEL_JAVA_OPTIONS are options for Java, such as -Xmx16g.
setlocal
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" %ONEMODEL_JAVA_OPTIONS% -cp "%~dp0jars\*" org.onemodel.cli.Main %*
exit /b %ERRORLEVEL%
