@echo off
rem Microgram runs on Linux and macOS. On Windows it runs inside WSL2, which is Linux.
echo Microgram runs inside WSL2 on Windows. Type these two commands:
echo.
echo   wsl --install -d Debian
echo   wsl bash -c "sudo apt-get update && sudo apt-get install -y openjdk-17-jdk && ./microgram demo"
echo.
echo The page is then at http://127.0.0.1:8080 in your Windows browser.
exit /b 1
