// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import java.util.HexFormat;

/** Seals and keys as objects in an export, bytes in hexadecimal. */
public final class SealLine {

  private static final String SEAL = "seal";
  private static final String KEY = "sealingKey";

  private SealLine() {}

  public static Value.Fields of(SignedSeal seal) {
    return Value.Fields.with(SEAL, HexFormat.of().formatHex(seal.content()))
        .and("key", seal.keyId())
        .and("signature", HexFormat.of().formatHex(seal.signature()))
        .build();
  }

  public static Value.Fields of(SealingKey key) {
    return Value.Fields.with(KEY, HexFormat.of().formatHex(key.encoded())).build();
  }

  public static boolean isSeal(Value value) {
    return value instanceof Value.Fields fields && fields.values().containsKey(SEAL);
  }

  public static boolean isKey(Value value) {
    return value instanceof Value.Fields fields && fields.values().containsKey(KEY);
  }

  public static SignedSeal seal(Value value) throws GarbledData {
    if (value instanceof Value.Fields fields && fields.get("key") instanceof Value.Text key) {
      return new SignedSeal(key.value(), hex(fields, SEAL), hex(fields, "signature"));
    }
    throw new GarbledData("a seal has the fields seal, key and signature");
  }

  public static SealingKey key(Value value) throws GarbledData {
    if (value instanceof Value.Fields fields) {
      return SealingKey.of(hex(fields, KEY));
    }
    throw new GarbledData("a key is an object with the field " + KEY);
  }

  private static byte[] hex(Value.Fields fields, String name) throws GarbledData {
    if (fields.get(name) instanceof Value.Text text) {
      try {
        return HexFormat.of().parseHex(text.value());
      } catch (IllegalArgumentException notHex) {
        throw new GarbledData(name + " is not in hexadecimal");
      }
    }
    throw new GarbledData(name + " is missing");
  }
}
