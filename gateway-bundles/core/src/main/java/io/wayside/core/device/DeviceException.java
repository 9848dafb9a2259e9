// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/** A device did not do what was asked; the kind says what the caller can do. */
public abstract sealed class DeviceException extends Exception {

  private static final long serialVersionUID = 1L;

  private DeviceException(String message) {
    super(message);
  }

  private DeviceException(String message, Throwable cause) {
    super(message, cause);
  }

  /** There is no way to the device now; the driver keeps trying. */
  public static final class LinkDown extends DeviceException {
    private static final long serialVersionUID = 1L;

    public LinkDown(String message) {
      super(message);
    }

    public LinkDown(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The device answered that it will not; asking again will not help. */
  public static final class Refused extends DeviceException {
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
      super(message);
    }
  }

  /** The answer could not be read; asking again may help. */
  public static final class Garbled extends DeviceException {
    private static final long serialVersionUID = 1L;

    public Garbled(String message) {
      super(message);
    }
  }

  /** No answer in time; whether the device acted is unknown. */
  public static final class TimedOut extends DeviceException {
    private static final long serialVersionUID = 1L;

    public TimedOut(String message) {
      super(message);
    }
  }
}
