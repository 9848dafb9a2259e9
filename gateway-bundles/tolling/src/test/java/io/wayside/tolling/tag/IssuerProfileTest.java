// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IssuerProfileTest {

  private static IssuerProfile with(boolean tidCheck, UserField... fields) {
    return new IssuerProfile(
        "a", "alpha", new Prefix("3", 4), List.of(fields), tidCheck, "made up", Certainty.EXAMPLE);
  }

  @Test
  void fieldsAreReadByTheirBits() {
    IssuerProfile profile =
        with(
            false,
            new UserField("layout", 0, 4, UserField.Form.WHOLE),
            new UserField("group", 4, 3, UserField.Form.WHOLE),
            new UserField("series", 8, 32, UserField.Form.TEXT),
            new UserField("check", 42, 8, UserField.Form.HEX));
    // 1 | 010 | 0 | "A12" and a zero | 00 | ab from bit 42 on
    String memory = "14" + "41313200" + "2ac0";
    assertThat(profile.userFields(Optional.of(memory)))
        .isEqualTo(
            Value.Fields.with("layout", 1)
                .and("group", 2)
                .and("series", "A12")
                .and("check", "ab")
                .build());
  }

  @Test
  void aPlateOnATagIsNotKept() {
    IssuerProfile profile =
        with(
            false,
            new UserField("group", 0, 8, UserField.Form.WHOLE),
            new UserField("plate", 8, 32, UserField.Form.TEXT));
    assertThat(profile.userFields(Optional.of("0241313233")))
        .isEqualTo(Value.Fields.with("group", 2).build());
  }

  @Test
  void whatWasNotReadOrIsNoSuchThingIsAbsent() {
    IssuerProfile profile =
        with(
            false,
            new UserField("near", 0, 8, UserField.Form.WHOLE),
            new UserField("far", 8, 9, UserField.Form.WHOLE),
            new UserField("text", 0, 16, UserField.Form.TEXT));
    Value.Fields read = profile.userFields(Optional.of("0041"));
    assertThat(read.get("near")).isEqualTo(new Value.Whole(0));
    assertThat(read.get("far")).isEqualTo(Value.ABSENT);
    assertThat(read.get("text")).as("a character behind the end").isEqualTo(Value.ABSENT);
    assertThat(profile.userFields(Optional.of("07ff")).get("text"))
        .as("a bell")
        .isEqualTo(Value.ABSENT);
    assertThat(profile.userFields(Optional.empty()).get("near")).isEqualTo(Value.ABSENT);
    assertThat(profile.userFields(Optional.of("zz00")).get("near")).isEqualTo(Value.ABSENT);
  }

  @Test
  void wholeNumbersAreThoseOfABigInteger() {
    Random random = new Random(8);
    for (int i = 0; i < 2000; i++) {
      BigInteger memory = new BigInteger(512, random);
      int bits = 1 + random.nextInt(63);
      int at = random.nextInt(512 - bits);
      long expected =
          memory.shiftRight(512 - at - bits).mod(BigInteger.ONE.shiftLeft(bits)).longValueExact();
      String hex = String.format("%128s", memory.toString(16)).replace(' ', '0');
      assertThat(new UserField("x", at, bits, UserField.Form.WHOLE).read(hex))
          .isEqualTo(new Value.Whole(expected));
    }
  }

  @Test
  void aChipsNumberIsLookedAtOnlyWhereItIsAsked() {
    assertThat(with(false).tidHolds(Optional.empty())).isTrue();
    IssuerProfile checked = with(true);
    assertThat(checked.tidHolds(Optional.of("e28011606000020554a1b2c3"))).isTrue();
    assertThat(checked.tidHolds(Optional.of("e0040100"))).isTrue();
    assertThat(checked.tidHolds(Optional.of("e28011"))).as("too short").isFalse();
    assertThat(checked.tidHolds(Optional.of("008011606000020554a1b2c3"))).isFalse();
    assertThat(checked.tidHolds(Optional.of("e2801160600002zz"))).isFalse();
    assertThat(checked.tidHolds(Optional.empty())).isFalse();
  }

  @Test
  void aPrefixSaysExactlyItsBits() {
    assertThatThrownBy(() -> new Prefix("3f", 6)).hasMessageContaining("behind");
    assertThatThrownBy(() -> new Prefix("3", 5)).hasMessageContaining("5 bits");
    assertThatThrownBy(() -> new Prefix("3G", 8)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Prefix("3c", 6).overlaps(new Prefix("3", 4))).isTrue();
    assertThat(new Prefix("3c", 6).overlaps(new Prefix("38", 6))).isFalse();
  }
}
