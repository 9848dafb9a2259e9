// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.journal.proof.HeadsStatement.Head;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.SigningFailed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadsStatementTest {

  private static final String HASH_1 = "11".repeat(32);
  private static final String HASH_2 = "22".repeat(32);
  private static final HeadsStatement STATEMENT =
      new HeadsStatement(
          "g",
          7,
          Instant.ofEpochSecond(1000, 5),
          List.of(new Head("s", 300, HASH_1), new Head("a", 1, HASH_2)));

  /** Signs with the JDK alone. */
  private static Signer signer(String algorithm) throws Exception {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(algorithm.equals(SealingKey.P256) ? "EC" : algorithm);
    if (algorithm.equals(SealingKey.P256)) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    KeyPair pair = generator.generateKeyPair();
    SealingKey key = SealingKey.of(pair.getPublic().getEncoded());
    assertThat(key.algorithm()).isEqualTo(algorithm);
    return new Signer() {
      @Override
      public SealingKey key() {
        return key;
      }

      @Override
      public byte[] sign(byte[] message) throws SigningFailed {
        try {
          Signature signature = Signature.getInstance(algorithm);
          signature.initSign(pair.getPrivate());
          signature.update(message);
          return signature.sign();
        } catch (GeneralSecurityException failed) {
          throw new SigningFailed("no signature", failed);
        }
      }
    };
  }

  @Test
  void whatIsSignedIsTheDeterministicCborThatIsWrittenDown() {
    String byHand =
        "87" // seven items
            + "6d"
            + HexFormat.of().formatHex("wayside-heads".getBytes(StandardCharsets.US_ASCII))
            + "01" // version
            + "6167" // "g"
            + "07" // batch
            + "1903e8" // 1000 s
            + "05" // 5 ns
            + "82" // two heads, by the names of their streams
            + ("83" + "6161" + "01" + "7840" + ascii(HASH_2))
            + ("83" + "6173" + "19012c" + "7840" + ascii(HASH_1));
    assertThat(HexFormat.of().formatHex(STATEMENT.encode())).isEqualTo(byHand);
  }

  private static String ascii(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aSignedStatementReadsBackFromItsRecordWithEitherKindOfKey() throws Exception {
    for (String algorithm : List.of(SealingKey.ED25519, SealingKey.P256)) {
      Signer signer = signer(algorithm);
      Value.Fields body = SignedHeads.sign(STATEMENT, signer).body();
      Value overTheWire = Json.read(Json.write(body)).root();
      SignedHeads read = HeadsBody.read("g", overTheWire);
      assertThat(read.statement()).isEqualTo(STATEMENT);
      assertThat(read.holds()).isTrue();
      assertThat(read.holdsUnder(signer.key())).isTrue();
      assertThat(read.holdsUnder(signer(algorithm).key())).as("another gateway's key").isFalse();
      assertThat(HeadsBody.read("h", overTheWire).holds()).as("another gateway").isFalse();
    }
  }

  @Test
  void anyChangeOfTheBodyIsFound() throws Exception {
    for (String algorithm : List.of(SealingKey.ED25519, SealingKey.P256)) {
      Signer signer = signer(algorithm);
      byte[] sound =
          Json.write(SignedHeads.sign(STATEMENT, signer).body()).getBytes(StandardCharsets.UTF_8);
      Value original = Json.read(new String(sound, StandardCharsets.UTF_8)).root();
      Random random = new Random(6);
      int refused = 0;
      for (int i = 0; i < 1500; i++) {
        byte[] bent = sound.clone();
        bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
        try {
          Value value = Json.read(new String(bent, StandardCharsets.UTF_8)).root();
          if (!value.equals(original)) {
            SignedHeads read = HeadsBody.read("g", value);
            // Base64 may say the same bytes in another way; they are compared, not the text.
            boolean same = read.body().equals(original) && read.statement().equals(STATEMENT);
            assertThat(read.holdsUnder(signer.key())).isEqualTo(same);
          }
        } catch (GarbledData declared) {
          refused++;
        }
      }
      assertThat(refused).isPositive();
    }
  }

  @Test
  void aBodyThatIsNotExactlyOneIsRefused() throws Exception {
    Value.Fields body = SignedHeads.sign(STATEMENT, signer(SealingKey.ED25519)).body();
    assertThatThrownBy(() -> HeadsBody.read("g", Value.ABSENT)).isInstanceOf(GarbledData.class);
    Map<String, Value> wrong =
        Map.of(
            "batch", new Value.Text("7"),
            "written", new Value.Text("1970-01-01T00:16:40.000000005+00:00"),
            "algorithm", new Value.Text(SealingKey.P256),
            "key", new Value.Text("0123456789abcdef"),
            "public", new Value.Text("AAAA"),
            "heads", new Value.Many(List.of(Value.ABSENT)),
            "signature", new Value.Text("*"));
    wrong.forEach(
        (name, value) -> {
          Map<String, Value> fields = new LinkedHashMap<>(body.values());
          fields.put(name, value);
          assertThatThrownBy(() -> HeadsBody.read("g", new Value.Fields(fields)))
              .as(name)
              .isInstanceOf(GarbledData.class);
          fields.remove(name);
          assertThatThrownBy(() -> HeadsBody.read("g", new Value.Fields(fields)))
              .as("without " + name)
              .isInstanceOf(GarbledData.class);
        });
  }

  @Test
  void headsOutOfOrderOrTwiceAreRefused() throws Exception {
    Value.Fields body = SignedHeads.sign(STATEMENT, signer(SealingKey.ED25519)).body();
    List<Value> heads = ((Value.Many) body.get("heads")).values();
    for (List<Value> wrong :
        List.of(List.of(heads.get(1), heads.get(0)), List.of(heads.get(0), heads.get(0)))) {
      Map<String, Value> fields = new LinkedHashMap<>(body.values());
      fields.put("heads", new Value.Many(wrong));
      assertThatThrownBy(() -> HeadsBody.read("g", new Value.Fields(fields)))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("order");
    }
  }
}
