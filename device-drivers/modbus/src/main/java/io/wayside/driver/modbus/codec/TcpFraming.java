// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

/** Numbers the transactions of one connection from 0 to 65535 and round again. */
final class TcpFraming implements Framing {

  private int transaction;

  @Override
  public Exchange begin(int unit, Request request) {
    transaction = (transaction + 1) & 0xFFFF;
    return new TcpExchange(transaction, unit, request);
  }
}
