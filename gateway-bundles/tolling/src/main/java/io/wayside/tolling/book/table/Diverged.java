// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

/** A delta does not fit what is kept here: the full list is needed. */
public final class Diverged extends Exception {

  private static final long serialVersionUID = 1L;

  Diverged(String message) {
    super(message);
  }
}
