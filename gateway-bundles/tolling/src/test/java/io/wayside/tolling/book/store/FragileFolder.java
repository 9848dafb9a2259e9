// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A folder in memory that keeps what a disk would: of a file what was synced and at random some of
 * the rest, possibly rubbish; of names those of the last sync and at random the first of the
 * changes since. The power can be cut before any of its works.
 */
final class FragileFolder implements Folder {

  /** The power went. */
  static final class PowerCut extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Node {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int synced;
  }

  private final Map<String, Node> names = new TreeMap<>();
  private final Map<String, Node> durable = new TreeMap<>();
  private final List<Consumer<Map<String, Node>>> changes = new ArrayList<>();
  private int works;
  private int cutBefore = Integer.MAX_VALUE;

  /** Before which of the coming works the power goes; 0 is the next. */
  void cutBefore(int work) {
    works = 0;
    cutBefore = work;
  }

  /** Works done since then. */
  int works() {
    return works;
  }

  private void work() throws IOException {
    if (works >= cutBefore) {
      throw new PowerCut();
    }
    works++;
  }

  private void change(Consumer<Map<String, Node>> change) {
    change.accept(names);
    changes.add(change);
  }

  /** What is there when the power comes back. */
  FragileFolder survivor(Random random) {
    FragileFolder after = new FragileFolder();
    Map<String, Node> kept = new TreeMap<>(durable);
    changes.subList(0, random.nextInt(changes.size() + 1)).forEach(change -> change.accept(kept));
    kept.forEach(
        (name, node) -> {
          Node copy = new Node();
          byte[] bytes = node.written.toByteArray();
          int length = node.synced + random.nextInt(bytes.length - node.synced + 1);
          byte[] left = Arrays.copyOf(bytes, length);
          for (int i = node.synced; i < length && random.nextBoolean(); i++) {
            left[i] = 0;
          }
          copy.written.writeBytes(left);
          copy.synced = length;
          after.names.put(name, copy);
          after.durable.put(name, copy);
        });
    return after;
  }

  /** A file as it is, for tests that damage it. */
  byte[] bytes(String name) {
    Node node = names.get(name);
    if (node == null) {
      throw new IllegalArgumentException(name);
    }
    return node.written.toByteArray();
  }

  void put(String name, byte[] bytes) {
    Node node = new Node();
    node.written.writeBytes(bytes);
    node.synced = bytes.length;
    names.put(name, node);
    durable.put(name, node);
  }

  @Override
  public List<String> names() throws IOException {
    work();
    return List.copyOf(names.keySet());
  }

  @Override
  public Fresh create(String name) throws IOException {
    work();
    Node node = new Node();
    change(map -> map.put(name, node));
    return new Fresh() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        work();
        node.written.write(bytes, from, length);
      }

      @Override
      public void sync() throws IOException {
        work();
        node.synced = node.written.size();
      }
    };
  }

  @Override
  public void rename(String from, String to) throws IOException {
    work();
    change(
        map -> {
          Node node = map.remove(from);
          if (node != null) {
            map.put(to, node);
          }
        });
  }

  @Override
  public void delete(String name) throws IOException {
    work();
    change(map -> map.remove(name));
  }

  @Override
  public void sync() throws IOException {
    work();
    durable.clear();
    durable.putAll(names);
    changes.clear();
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    work();
    return ByteBuffer.wrap(bytes(name)).asReadOnlyBuffer();
  }

  @Override
  public String place(String name) {
    return "memory/" + name;
  }

  @Override
  public void close() {
    // memory needs none
  }
}
