// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.proof;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.journal.proof.HeadsStatement.Head;
import io.wayside.journal.record.Chain;
import io.wayside.journal.seal.SealingKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** A signed statement as the body of a record, and back. */
public final class HeadsBody {

  private static final Set<String> NAMES =
      Set.of("batch", "written", "algorithm", "key", "public", "heads", "signature");
  private static final Set<String> HEAD_NAMES = Set.of("stream", "sequence", "hash");

  private HeadsBody() {}

  static Value.Fields of(SignedHeads signed) {
    List<Value> heads = new ArrayList<>();
    for (Head head : signed.statement().heads()) {
      heads.add(
          Value.Fields.with("stream", head.stream())
              .and("sequence", head.sequence())
              .and("hash", head.hash())
              .build());
    }
    return Value.Fields.with("batch", signed.statement().batch())
        .and("written", signed.statement().written().toString())
        .and("algorithm", signed.key().algorithm())
        .and("key", signed.key().id())
        .and("public", Base64.getEncoder().encodeToString(signed.key().encoded()))
        .and("heads", heads)
        .and("signature", Base64.getEncoder().encodeToString(signed.signature()))
        .build();
  }

  /**
   * Reads the body of a record {@code journal-heads/1}; whether the signature is right is asked
   * with {@link SignedHeads#holds()}.
   *
   * @param gateway the gateway whose record it is: the signature covers its id
   */
  public static SignedHeads read(String gateway, Value body) throws GarbledData {
    Value.Fields fields = fields(body, NAMES, "a statement over heads");
    SealingKey key = SealingKey.of(base64(fields, "public"));
    if (!key.id().equals(text(fields, "key"))) {
      throw new GarbledData("key is " + text(fields, "key") + ", the public key's is " + key.id());
    }
    if (!key.algorithm().equals(text(fields, "algorithm"))) {
      throw new GarbledData(
          "algorithm is " + text(fields, "algorithm") + ", the key's is " + key.algorithm());
    }
    HeadsStatement statement =
        new HeadsStatement(
            gateway, whole(fields, "batch"), written(text(fields, "written")), heads(fields));
    return new SignedHeads(statement, key, base64(fields, "signature"));
  }

  private static List<Head> heads(Value.Fields fields) throws GarbledData {
    if (!(fields.get("heads") instanceof Value.Many many)) {
      throw new GarbledData("heads is not a list");
    }
    List<Head> heads = new ArrayList<>(many.values().size());
    String before = "";
    for (Value value : many.values()) {
      Value.Fields row = fields(value, HEAD_NAMES, "a head");
      Head head = new Head(text(row, "stream"), whole(row, "sequence"), text(row, "hash"));
      Chain.fromHex(head.hash());
      if (head.stream().compareTo(before) <= 0) {
        throw new GarbledData(
            "heads are in the order of their streams, and " + head.stream() + " is not");
      }
      if (head.sequence() < 1) {
        throw new GarbledData("the head of " + head.stream() + " is " + head.sequence());
      }
      before = head.stream();
      heads.add(head);
    }
    return heads;
  }

  private static Instant written(String text) throws GarbledData {
    try {
      Instant written = Instant.parse(text);
      if (written.toString().equals(text)) {
        return written;
      }
    } catch (DateTimeException notATime) {
      throw new GarbledData("written is \"" + text + "\", expected an RFC 3339 time in UTC");
    }
    throw new GarbledData("written is \"" + text + "\", not in the form that is signed");
  }

  private static Value.Fields fields(Value value, Set<String> names, String what)
      throws GarbledData {
    if (value instanceof Value.Fields fields && fields.values().keySet().equals(names)) {
      return fields;
    }
    throw new GarbledData(what + " is an object with the fields " + names);
  }

  private static String text(Value.Fields fields, String name) throws GarbledData {
    if (fields.get(name) instanceof Value.Text text) {
      return text.value();
    }
    throw new GarbledData(name + " is not text");
  }

  private static long whole(Value.Fields fields, String name) throws GarbledData {
    if (fields.get(name) instanceof Value.Whole whole) {
      return whole.value();
    }
    throw new GarbledData(name + " is not a whole number");
  }

  private static byte[] base64(Value.Fields fields, String name) throws GarbledData {
    try {
      return Base64.getDecoder().decode(text(fields, name));
    } catch (IllegalArgumentException notBase64) {
      throw new GarbledData(name + " is not base64");
    }
  }
}
