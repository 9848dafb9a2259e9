// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.spi;

/** A model cannot be used, or said something that its document does not explain. */
public final class DetectorFailed extends Exception {

  private static final long serialVersionUID = 1L;

  public DetectorFailed(String message) {
    super(message);
  }

  public DetectorFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
