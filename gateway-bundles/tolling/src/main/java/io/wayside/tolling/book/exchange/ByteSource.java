// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import java.io.IOException;

/** Bytes one after the other, from wherever they are kept. */
public interface ByteSource extends AutoCloseable {

  /**
   * Reads some.
   *
   * @return how many, at least one; -1 at the end
   */
  int read(byte[] into, int from, int length) throws IOException;

  @Override
  void close() throws IOException;
}
