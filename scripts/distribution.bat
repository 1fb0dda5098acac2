@echo off
rem Called by install.bat and package.bat, which set root and distribution: builds the jars that are installed.
if exist "%distribution%\.built" exit /b 0
where mvn >nul 2>nul || (echo There is no Maven; install Maven 3.8 or newer. 1>&2 & exit /b 1)
echo Building OneModel (the first time, Maven downloads the libraries) ... 1>&2
if exist "%distribution%" rmdir /s /q "%distribution%"
if exist "%root%\target\OneModel_-*.jar" del /q "%root%\target\OneModel_-*.jar"
pushd "%root%"
call mvn -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -Denforcer.skip=true package ^
  dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=%distribution%" 1>&2
if errorlevel 1 (
  popd
  echo OneModel could not be built; see Maven's messages above. 1>&2
  exit /b 1
)
popd
for %%j in ("%root%\target\OneModel_-*.jar") do call :plugin "%%j"
type nul > "%distribution%\.built"
exit /b 0

:plugin
set "jar=%~n1"
if "%jar:~-8%"=="-sources" exit /b 0
if "%jar:~-6%"=="-tests" exit /b 0
copy /y "%~1" "%distribution%" >nul
exit /b 0
