// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.http;

/** What comes is no multipart answer, or a part of it exceeds its bound. */
public final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message);
  }
}
