// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import io.wayside.core.data.GarbledData;

/** Somewhere in a list. */
interface Place {

  /** The error that something is wrong there. */
  GarbledData wrong(String what);
}
