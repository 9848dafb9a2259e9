// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.record;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.Stamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The canonical bytes of a record: one deterministic CBOR array (RFC 8949, 4.2) of ten items.
 *
 * <pre>
 * [ 1,                                        version of this form
 *   gateway, stream, sequence,
 *   kind,                                     "weighing/1"
 *   importance,                               "money", "enforcement", "alarm", "event", "telemetry"
 *   [wall s, wall ns, clock state, offset ns or null, age ns or null, source, boot id, monotonic ns],
 *   [release, configuration, calibration],
 *   body,                                     a map
 *   [[name, media type, SHA-256 in hexadecimal, bytes], …] ]
 * </pre>
 *
 * <p>The first four items are the record's identity, the other six its matter: the matter can be
 * encoded before the sequence number is known.
 */
public final class RecordCodec {

  /** Version of the form that is written. */
  public static final int VERSION = 1;

  private static final int ITEMS = 10;
  private static final int ARRAY_OF_TEN = 0x80 | ITEMS;

  private RecordCodec() {}

  public static byte[] encode(RecordContent content) {
    return encode(
        beginning(content.id().gateway(), content.id().stream()),
        content.id().sequence(),
        matter(content));
  }

  /** The first bytes of every record of a stream: version, gateway and stream. */
  public static byte[] beginning(String gateway, String stream) {
    byte[] items =
        Cbor.encodeItems(new Value.Whole(VERSION), new Value.Text(gateway), new Value.Text(stream));
    byte[] beginning = new byte[1 + items.length];
    beginning[0] = (byte) ARRAY_OF_TEN;
    System.arraycopy(items, 0, beginning, 1, items.length);
    return beginning;
  }

  /**
   * The canonical bytes from what was encoded before.
   *
   * @param beginning of the stream
   * @param sequence number of the record in it
   * @param matter all after the identity
   */
  public static byte[] encode(byte[] beginning, long sequence, byte[] matter) {
    byte[] number = Cbor.encode(new Value.Whole(sequence));
    byte[] whole = Arrays.copyOf(beginning, beginning.length + number.length + matter.length);
    System.arraycopy(number, 0, whole, beginning.length, number.length);
    System.arraycopy(matter, 0, whole, beginning.length + number.length, matter.length);
    return whole;
  }

  /**
   * Kind, importance, stamp, provenance, body and blobs; the identity of {@code content} is not
   * used.
   */
  static byte[] matter(RecordContent content) {
    return matter(
        content.kind(),
        content.importance(),
        content.occurred(),
        content.provenance(),
        content.body(),
        content.blobs());
  }

  /**
   * The six items after the identity.
   *
   * @throws IllegalArgumentException when something in it has no canonical form
   */
  public static byte[] matter(
      RecordKind kind,
      Importance importance,
      Stamp occurred,
      Provenance provenance,
      Value.Fields body,
      List<BlobRef> blobs) {
    return Cbor.encodeItems(
        new Value.Text(kind.toString()),
        new Value.Text(Words.of(importance)),
        StampForm.compact(occurred),
        new Value.Many(
            List.of(
                new Value.Text(provenance.release()),
                new Value.Text(provenance.configuration()),
                new Value.Text(provenance.calibration()))),
        body,
        new Value.Many(blobs.stream().map(RecordCodec::blob).toList()));
  }

  /** Reads canonical bytes; anything but the one canonical form of a record is refused. */
  public static RecordContent decode(byte[] canonical) throws GarbledData {
    List<Value> v = Shape.tuple(Cbor.decode(canonical), ITEMS, "a record");
    long version = Shape.whole(v.get(0), "version");
    if (version != VERSION) {
      throw new GarbledData(
          "the record is in form " + version + ", this release reads form " + VERSION);
    }
    List<Value> provenance = Shape.tuple(v.get(7), 3, "provenance");
    try {
      return new RecordContent(
          new RecordId(
              Shape.text(v.get(1), "gateway"),
              Shape.text(v.get(2), "stream"),
              Shape.whole(v.get(3), "sequence")),
          kind(v.get(4)),
          Words.word(Importance.values(), Shape.text(v.get(5), "importance"), "importance"),
          StampForm.fromCompact(v.get(6)),
          new Provenance(
              Shape.text(provenance.get(0), "release"),
              Shape.text(provenance.get(1), "configuration"),
              Shape.text(provenance.get(2), "calibration")),
          Shape.fields(v.get(8), "body"),
          blobs(v.get(9)));
    } catch (IllegalArgumentException notAName) {
      throw new GarbledData(String.valueOf(notAName.getMessage()));
    }
  }

  static RecordKind kind(Value value) throws GarbledData {
    String text = Shape.text(value, "kind");
    RecordKind kind = RecordKind.parse(text);
    if (!kind.toString().equals(text)) {
      throw new GarbledData("kind \"" + text + "\" must be written " + kind);
    }
    return kind;
  }

  private static Value blob(BlobRef ref) {
    return new Value.Many(
        List.of(
            new Value.Text(ref.name()),
            new Value.Text(ref.mediaType()),
            new Value.Text(ref.sha256()),
            new Value.Whole(ref.bytes())));
  }

  private static List<BlobRef> blobs(Value value) throws GarbledData {
    List<BlobRef> refs = new ArrayList<>();
    for (Value item : Shape.many(value, "blobs")) {
      List<Value> v = Shape.tuple(item, 4, "a blob");
      refs.add(
          new BlobRef(
              Shape.text(v.get(0), "blob name"),
              Shape.text(v.get(1), "blob media type"),
              Shape.text(v.get(2), "blob hash"),
              Shape.whole(v.get(3), "blob length")));
    }
    return refs;
  }
}
