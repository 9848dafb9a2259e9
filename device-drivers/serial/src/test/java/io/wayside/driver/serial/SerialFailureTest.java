// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.LinkAddress.Serial;
import io.wayside.core.link.LinkAddresses;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialFailureTest {

  private static final int O_RDWR_NOCTTY = 0x102;
  private static final int LOCK_EX = 2;

  @TempDir Path folder;

  /** The C library, to hold a line as another program would. */
  interface LibC extends Library {
    LibC C = Native.load("c", LibC.class);

    int open(String path, int flags);

    int flock(int fd, int operation);

    int close(int fd);
  }

  @Test
  void aMissingAdapterIsNamedTogetherWithThosePresent() throws Exception {
    Path dev = Files.createDirectories(folder.resolve("dev/serial/by-id")).getParent().getParent();
    Files.createFile(dev.resolve("ttyUSB1"));
    Files.createFile(dev.resolve("tty1"));
    Files.createFile(dev.resolve("serial/by-id/usb-FTDI_A9"));
    assertThatThrownBy(() -> new Links(dev, Path.of("/proc")).open(at(dev.resolve("ttyUSB0"))))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("ttyUSB0?9600,8N1: there is no such adapter; plug it in or correct")
        .hasMessageContaining("usb-FTDI_A9")
        .hasMessageContaining("ttyUSB1")
        .hasMessageNotContaining("tty1,");
  }

  @Test
  void aDanglingLinkSaysThatItsAdapterIsAway() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("scale"), folder.resolve("ttyUSB7"));
    assertThatThrownBy(() -> links().open(at(link)))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("the link is there but its adapter is not")
        .hasMessageContaining("present now: none");
  }

  @Test
  void aMissingPathNeverOpensADeviceOfTheSameLastName() {
    assertThatThrownBy(() -> links().open(at(folder.resolve("ptmx"))))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("there is no such adapter");
  }

  @Test
  void somethingThatIsNoTerminalIsRefused() throws Exception {
    assertThatThrownBy(() -> links().open(at(Path.of("/dev/null"))))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("/dev/null is no serial line; correct the path");
  }

  @Test
  void aLineLockedByAnotherProgramNamesItsProcess() throws Exception {
    try (PtyPipe device = new PtyPipe(folder.resolve("ttyScale"))) {
      device.open();
      int fd = LibC.C.open(device.address(), O_RDWR_NOCTTY);
      try {
        assertThat(LibC.C.flock(fd, LOCK_EX)).isZero();
        assertThatThrownBy(() -> links().open(at(Path.of(device.address()))))
            .isInstanceOf(LinkDown.class)
            .hasMessageContaining("is in use by pid " + ProcessHandle.current().pid() + " (java)")
            .hasMessageContaining("stop that program");
      } finally {
        LibC.C.close(fd);
      }
      links().open(at(Path.of(device.address()))).close();
    }
  }

  @Test
  void aLineWithoutPermissionNamesTheGroupToJoin() throws Exception {
    Path device = Files.createFile(folder.resolve("ttyS0"));
    String group = Files.getAttribute(device, "unix:group").toString();
    assertThat(failure().refused(at(device), device, 13))
        .hasMessageContaining("add the gateway's user to the group " + group);
  }

  @Test
  void whenTheGroupCannotBeReadItIsDialout() {
    assertThat(failure().refused(at(folder.resolve("gone")), folder.resolve("gone"), 13))
        .hasMessageContaining("the group dialout");
  }

  @Test
  void eachKindOfRefusalHasItsOwnRemedy() {
    Path real = folder.resolve("ttyS0");
    assertThat(failure().refused(at(real), real, 16)).hasMessageContaining("in use");
    assertThat(failure().refused(at(real), real, 5)).hasMessageContaining("plug it in again");
    assertThat(failure().refused(at(real), real, 22)).hasMessageContaining("baud rate");
    assertThat(failure().refused(at(real), real, 99)).hasMessageContaining("errno 99");
  }

  @Test
  void anUnreadableProcessTableNamesNobody() {
    assertThat(new Occupants(folder.resolve("no-proc")).of(folder)).isEmpty();
  }

  private SerialFailure failure() {
    return new SerialFailure(folder, new Occupants(folder.resolve("no-proc")));
  }

  private Links links() {
    return new Links(folder, Path.of("/proc"));
  }

  private static Serial at(Path path) {
    return (Serial) LinkAddresses.parse("serial:" + path + "?9600,8N1");
  }
}
