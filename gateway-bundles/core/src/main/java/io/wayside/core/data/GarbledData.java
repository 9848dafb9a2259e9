// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

/** The bytes or the text are not in the documented form; says where and what was expected. */
public final class GarbledData extends Exception {

  private static final long serialVersionUID = 1L;

  public GarbledData(String message) {
    super(message);
  }
}
