// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** What the store asks of a disk: one folder of files. */
public interface Folder extends AutoCloseable {

  /** A file that is being written. */
  abstract class Fresh extends OutputStream {

    /** Returns when everything written is on stable storage. */
    public abstract void sync() throws IOException;
  }

  List<String> names() throws IOException;

  /** A new file; one of that name is emptied. */
  Fresh create(String name) throws IOException;

  /** In one step; takes the place of a file of the new name. */
  void rename(String from, String to) throws IOException;

  void delete(String name) throws IOException;

  /** Returns when names that were made, changed or deleted are on stable storage. */
  void sync() throws IOException;

  /** The bytes of a whole file, for reading; they stay when the file is deleted. */
  ByteBuffer map(String name) throws IOException;

  /** For messages. */
  String place(String name);

  @Override
  void close() throws IOException;
}
