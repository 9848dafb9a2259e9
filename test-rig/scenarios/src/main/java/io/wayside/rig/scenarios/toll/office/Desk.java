// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import java.io.IOException;

/** Reads a request with a parser of its own, counts it, and answers in the same form. */
interface Desk {

  /** A request of one kind. */
  byte[] answer(String operation, byte[] request, Account account) throws IOException;
}
