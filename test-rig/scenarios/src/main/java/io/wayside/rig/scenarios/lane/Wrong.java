// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

/** The call or a file it names cannot be used; one line says which, where and what to do. */
public final class Wrong extends Exception {

  private static final long serialVersionUID = 1L;

  Wrong(String line) {
    super(line);
  }
}
