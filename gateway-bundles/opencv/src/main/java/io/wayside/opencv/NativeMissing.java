// SPDX-License-Identifier: Apache-2.0
package io.wayside.opencv;

/** The library of OpenCV cannot be loaded here; says for which processor, and what to do. */
public final class NativeMissing extends Exception {

  private static final long serialVersionUID = 1L;

  NativeMissing(String message) {
    super(message);
  }
}
