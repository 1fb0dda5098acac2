@echo off
rem The command line on Windows: builds once; delete target\onemodel.classpath to build again.
rem ONEMODEL_JAVA_OPTIONS: options for Java, such as -Xmx16g.
setlocal
set "root=%~dp0.."
set "classpath_file=%root%\target\onemodel.classpath"
if exist "%classpath_file%" goto run
where mvn >nul 2>nul || (echo There is no Maven; install Maven 3.8 or newer. 1>&2 & exit /b 1)
echo Building OneModel (the first time, Maven downloads the libraries) ... 1>&2
pushd "%root%"
call mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -Denforcer.skip=true compile ^
  dependency:build-classpath -DincludeScope=runtime "-Dmdep.outputFile=%classpath_file%" 1>&2
if errorlevel 1 (
  popd
  if exist "%classpath_file%" del "%classpath_file%"
  echo OneModel could not be built; see Maven's messages above. 1>&2
  exit /b 1
)
popd
:run
rem An argument file, since the class path is longer than a variable may be.
set "arguments=%TEMP%\onemodel-%RANDOM%%RANDOM%.args"
for /f "usebackq delims=" %%c in ("%classpath_file%") do set "libraries=%%c"
set "paths=%root%\target\classes;%libraries%"
> "%arguments%" echo -cp "%paths:\=/%"
java %ONEMODEL_JAVA_OPTIONS% "@%arguments%" org.onemodel.cli.Main %*
set "code=%ERRORLEVEL%"
del "%arguments%"
exit /b %code%
