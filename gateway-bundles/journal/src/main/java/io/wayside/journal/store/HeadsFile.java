// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.journal.record.Chain;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The heads of all streams in two small files beside the database, written in turn, so that a lost
 * or replaced database is noticed and no number is ever given out twice. Each file is a SHA-256
 * over the rest, and deterministic CBOR:
 *
 * <pre>[1, gateway, generation, batch, [[stream, head, head hash, ceiling], …]]</pre>
 *
 * <p>{@code head} may lag behind the database by some seconds; no number above {@code ceiling} has
 * ever been given out, because it is raised, and synced, before such a number is used.
 */
final class HeadsFile {

  private static final int VERSION = 1;
  private static final int LONGEST = 16 * 1024 * 1024;

  /** What is known of one stream. */
  record Head(long head, String hash, long ceiling) {}

  /** What a file says. */
  record Content(String gateway, long generation, long batch, Map<String, Head> heads) {
    Content {
      heads = Map.copyOf(heads);
    }
  }

  private final Path folder;
  private final List<Path> copies;
  private long generation;

  HeadsFile(Layout layout, long generation) {
    this.folder = layout.folder();
    this.copies = layout.heads();
    this.generation = generation;
  }

  /** The last known number of each stream in a journal's folder; empty when nothing is known. */
  static Map<String, Long> known(Layout layout) {
    Map<String, Long> known = new TreeMap<>();
    read(layout.heads())
        .ifPresent(content -> content.heads().forEach((name, head) -> known.put(name, head.head)));
    return known;
  }

  /** The newest copy that is whole; empty when there is none. */
  static Optional<Content> read(List<Path> copies) {
    Optional<Content> newest = Optional.empty();
    for (Path copy : copies) {
      Optional<Content> content = readOne(copy);
      if (content.isPresent()
          && (newest.isEmpty() || content.get().generation > newest.get().generation)) {
        newest = content;
      }
    }
    return newest;
  }

  /** Writes the older copy; it is on stable storage when this returns. */
  synchronized void write(String gateway, long batch, Map<String, Head> heads) throws IOException {
    long next = generation + 1;
    byte[] bytes = encode(new Content(gateway, next, batch, heads));
    Path copy = copies.get((int) (next % copies.size()));
    boolean isNew = !Files.exists(copy);
    try (FileChannel channel =
        FileChannel.open(copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.truncate(bytes.length);
      channel.force(true);
    }
    if (isNew) {
      Layout.sync(folder);
    }
    generation = next;
  }

  private static Optional<Content> readOne(Path copy) {
    try {
      if (Files.size(copy) > LONGEST) {
        return Optional.empty();
      }
      return Optional.of(decode(Files.readAllBytes(copy)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException | GarbledData unreadable) {
      return Optional.empty(); // the other copy stands in; losing both is told by Opening
    }
  }

  static byte[] encode(Content content) {
    List<Value> heads = new ArrayList<>();
    new TreeMap<>(content.heads)
        .forEach(
            (stream, head) ->
                heads.add(
                    new Value.Many(
                        List.of(
                            new Value.Text(stream),
                            new Value.Whole(head.head),
                            new Value.Text(head.hash),
                            new Value.Whole(head.ceiling)))));
    byte[] body =
        Cbor.encode(
            new Value.Many(
                List.of(
                    new Value.Whole(VERSION),
                    new Value.Text(content.gateway),
                    new Value.Whole(content.generation),
                    new Value.Whole(content.batch),
                    new Value.Many(heads))));
    byte[] digest = Chain.digest(body);
    byte[] bytes = Arrays.copyOf(digest, digest.length + body.length);
    System.arraycopy(body, 0, bytes, digest.length, body.length);
    return bytes;
  }

  static Content decode(byte[] bytes) throws GarbledData {
    if (bytes.length < Chain.HASH_BYTES) {
      throw new GarbledData("the heads file is cut short");
    }
    byte[] body = Arrays.copyOfRange(bytes, Chain.HASH_BYTES, bytes.length);
    if (!Arrays.equals(Chain.digest(body), 0, 32, bytes, 0, 32)) {
      throw new GarbledData("the heads file does not match its own checksum");
    }
    if (Cbor.decode(body) instanceof Value.Many many
        && many.values().size() == 5
        && many.values().get(0).equals(new Value.Whole(VERSION))
        && many.values().get(1) instanceof Value.Text gateway
        && many.values().get(2) instanceof Value.Whole generation
        && many.values().get(3) instanceof Value.Whole batch
        && many.values().get(4) instanceof Value.Many heads) {
      return new Content(gateway.value(), generation.value(), batch.value(), heads(heads.values()));
    }
    throw new GarbledData("not a heads file in form " + VERSION);
  }

  private static Map<String, Head> heads(List<Value> values) throws GarbledData {
    Map<String, Head> heads = new TreeMap<>();
    for (Value value : values) {
      if (value instanceof Value.Many row
          && row.values().size() == 4
          && row.values().get(0) instanceof Value.Text stream
          && row.values().get(1) instanceof Value.Whole head
          && row.values().get(2) instanceof Value.Text hash
          && row.values().get(3) instanceof Value.Whole ceiling) {
        Chain.fromHex(hash.value());
        heads.put(stream.value(), new Head(head.value(), hash.value(), ceiling.value()));
      } else {
        throw new GarbledData("a row of a heads file is [stream, head, hash, ceiling]");
      }
    }
    return heads;
  }
}
