// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

/** Hears what the device itself answers to a key that was pressed. */
public interface KeySigns {

  /** Nobody presses keys. */
  KeySigns NONE =
      new KeySigns() {
        @Override
        public void done() {}

        @Override
        public void refused(String why) {}
      };

  /** It did it. */
  void done();

  /** It will not; the words say why and what to do. */
  void refused(String why);
}
