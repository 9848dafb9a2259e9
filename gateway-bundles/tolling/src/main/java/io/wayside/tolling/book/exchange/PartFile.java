// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import java.io.IOException;

/** One part of a list, which can be read more than once. */
public interface PartFile {

  /** What it is called in messages, usually its path. */
  String name();

  ByteSource open() throws IOException;
}
