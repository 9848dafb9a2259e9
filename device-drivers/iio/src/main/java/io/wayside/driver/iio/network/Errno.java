// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.network;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import java.util.Map;

/** Error numbers of Linux, which iiod answers below zero. */
final class Errno {

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "EPERM, not permitted"),
          Map.entry(2, "ENOENT, there is no such thing"),
          Map.entry(4, "EINTR, interrupted"),
          Map.entry(5, "EIO, input/output error"),
          Map.entry(6, "ENXIO, no such device or address"),
          Map.entry(9, "EBADF, not open"),
          Map.entry(11, "EAGAIN, try again"),
          Map.entry(12, "ENOMEM, out of memory"),
          Map.entry(13, "EACCES, permission denied"),
          Map.entry(16, "EBUSY, in use"),
          Map.entry(19, "ENODEV, no such device"),
          Map.entry(22, "EINVAL, invalid argument"),
          Map.entry(32, "EPIPE, broken pipe"),
          Map.entry(34, "ERANGE, out of range"),
          Map.entry(38, "ENOSYS, not supported"),
          Map.entry(75, "EOVERFLOW, too large"),
          Map.entry(95, "EOPNOTSUPP, not supported"),
          Map.entry(104, "ECONNRESET, connection reset"),
          Map.entry(110, "ETIMEDOUT, no samples in time"));

  private Errno() {}

  static String name(int number) {
    return NAMES.getOrDefault(number, "error") + " (" + number + ")";
  }

  /** What the caller can do: wait, or correct the configuration; unknown ones may pass. */
  static DeviceException exception(int number, String what) {
    String message = what + ": iiod answers " + name(number);
    return switch (number) {
      case 11, 110 -> new TimedOut(message + "; check the converter's trigger and clock");
      case 1, 2, 13, 16, 22, 34, 38, 75, 95 ->
          new Refused(message + "; compare the site document with what iio_info shows");
      default -> new LinkDown(message + "; check the converter and its computer");
    };
  }
}
