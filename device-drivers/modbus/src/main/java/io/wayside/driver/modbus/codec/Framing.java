// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

/** How requests and answers are wrapped for a line. Used by one exchange at a time. */
public interface Framing {

  /** Wraps a request for a unit; what is heard from now on may be its answer. */
  Exchange begin(int unit, Request request);

  /** Serial lines: the unit, the request, a check. */
  static Framing rtu() {
    return RtuExchange::new;
  }

  /** TCP: a header with the number of the transaction, and no check of its own. */
  static Framing tcp() {
    return new TcpFraming();
  }
}
