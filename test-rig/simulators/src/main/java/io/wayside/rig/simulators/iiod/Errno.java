// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

/** Refusals of a device, as the negative numbers of Linux that a client gets. */
enum Errno {
  EPERM(1),
  ENOENT(2),
  EIO(5),
  ENXIO(6),
  EBADF(9),
  EACCES(13),
  EBUSY(16),
  ENODEV(19),
  EINVAL(22),
  ETIMEDOUT(110);

  private final int number;

  Errno(int number) {
    this.number = number;
  }

  int negative() {
    return -number;
  }

  Refused refused() {
    return new Refused(this);
  }

  /** A command is answered with this number and nothing else. */
  static final class Refused extends Exception {

    private final transient Errno errno;

    private Refused(Errno errno) {
      super(errno.name(), null, false, false);
      this.errno = errno;
    }

    Errno errno() {
      return errno;
    }
  }
}
