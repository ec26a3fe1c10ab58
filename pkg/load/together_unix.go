//go:build unix

package load

import (
	"os/exec"
	"syscall"
)

// together makes a program end with all that it has started.
func together(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
}
