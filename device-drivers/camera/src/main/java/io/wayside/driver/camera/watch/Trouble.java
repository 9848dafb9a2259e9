// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.watch;

/** What can be wrong with what a camera shows, gravest first. */
public enum Trouble {
  COVERED(
      "picture-covered",
      "within minutes most outlines went from the picture: look for a cover, dirt, something that"
          + " stands before it, or a light that went out"),
  DARK(
      "picture-dark",
      "the picture is dark and nothing can be told: check lens, light and aperture"),
  FROZEN("picture-frozen", "the picture does not change at all: start the camera anew"),
  MOVED(
      "picture-moved",
      "the camera looks elsewhere than when it was started: turn it back, or set up its lines and"
          + " masks anew and start the driver"),
  BLURRED("picture-blurred", "the picture is blurred: clean and focus the lens, look for dew");

  private final String code;
  private final String message;

  Trouble(String code, String message) {
    this.code = code;
    this.message = message;
  }

  public String code() {
    return code;
  }

  public String message() {
    return message;
  }
}
