// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.feed;

/** The last picture was shown: there is no reason to open the feed again. */
public final class Ended extends Exception {

  private static final long serialVersionUID = 1L;

  public Ended(String message) {
    super(message);
  }
}
