// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.waterway.aid.Convention;
import io.wayside.waterway.light.LightCharacter;
import io.wayside.waterway.light.LightSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

  @ParameterizedTest
  @CsvSource({
    "PORT_HAND,IALA_A,Fl R 4s,true",
    "PORT_HAND,QCVN_20,Fl R 4s,true",
    "PORT_HAND,IALA_B,Fl R 4s,false",
    "PORT_HAND,IALA_B,Fl G 4s,true",
    "PORT_HAND,IALA_A,Fl 4s,false",
    "PORT_HAND,IALA_A,Fl(2+1) R 10s,false",
    "STARBOARD_HAND,IALA_A,Fl(2) G 6s,true",
    "STARBOARD_HAND,IALA_A,F G,true",
    "PREFERRED_CHANNEL_TO_STARBOARD,IALA_A,Fl(2+1) R 10s,true",
    "PREFERRED_CHANNEL_TO_STARBOARD,IALA_B,Fl(2+1) G 10s,true",
    "PREFERRED_CHANNEL_TO_PORT,QCVN_20,Fl(2+1) G 5s,true",
    "PREFERRED_CHANNEL_TO_PORT,QCVN_20,Fl(2) G 5s,false",
    "CARDINAL_NORTH,IALA_A,VQ,true",
    "CARDINAL_NORTH,IALA_B,Q,true",
    "CARDINAL_NORTH,IALA_A,Q(3) 10s,false",
    "CARDINAL_NORTH,IALA_A,Q R,false",
    "CARDINAL_EAST,IALA_A,Q(3) 10s,true",
    "CARDINAL_EAST,IALA_A,VQ(3) 5s,true",
    "CARDINAL_EAST,IALA_A,VQ(3) 10s,false",
    "CARDINAL_SOUTH,IALA_A,Q(6)+LFl 15s,true",
    "CARDINAL_SOUTH,IALA_A,VQ(6)+LFl 10s,true",
    "CARDINAL_SOUTH,IALA_A,Q(6) 15s,false",
    "CARDINAL_WEST,IALA_A,Q(9) 15s,true",
    "CARDINAL_WEST,IALA_A,VQ(9) 10s 12m 8M,true",
    "ISOLATED_DANGER,IALA_A,Fl(2) 5s,true",
    "ISOLATED_DANGER,IALA_A,Fl(3) 5s,false",
    "SAFE_WATER,IALA_A,Iso 6s,true",
    "SAFE_WATER,IALA_A,Oc 4s,true",
    "SAFE_WATER,IALA_A,Oc(2) 8s,false",
    "SAFE_WATER,IALA_A,LFl 10s,true",
    "SAFE_WATER,IALA_A,LFl 8s,false",
    "SAFE_WATER,IALA_A,Mo(A) 6s,true",
    "SAFE_WATER,IALA_A,Mo(U) 15s,false",
    "SPECIAL,IALA_A,Fl Y 4s,true",
    "SPECIAL,IALA_A,Fl(5) Y 20s,true",
    "SPECIAL,IALA_A,Mo(U) Y 15s,true",
    "SPECIAL,IALA_A,Fl 4s,false",
    "SPECIAL,IALA_A,Q Y,false",
    "SPECIAL,IALA_A,Fl(2) Y 6s,false",
    "SPECIAL,IALA_A,Iso Y 6s,false",
    "NEW_WRECK,IALA_A,Al.Oc BuY 3s,true",
    "NEW_WRECK,IALA_A,Al.Oc WY 3s,false",
    "NEW_WRECK,IALA_A,Oc Y 3s,false",
    "RIGHT_BANK,QCVN_39,Fl R 3s,true",
    "RIGHT_BANK,QCVN_39,Fl G 3s,false",
    "LEFT_BANK,QCVN_39,Fl G 3s,true",
    "LEFT_BANK,IALA_A,Fl G 3s,false",
    "PORT_HAND,QCVN_39,Fl R 3s,false",
    "LEADING_RIGHT_BANK,QCVN_39,Oc Y 4s,true",
    "LEADING_RIGHT_BANK,QCVN_39,LFl Y 4s,false",
    "DIRECTION_TO_LEFT_BANK,QCVN_39,Iso Y 5s,true",
    "DIRECTION_TO_LEFT_BANK,QCVN_39,Iso Y 6s,false",
    "OTHER,QCVN_39,Q(2) Bu 5s,true",
    "BRIDGE_SPAN,QCVN_39,Iso R 4s,true",
    "LANDMARK,IALA_B,Fl(2) 10s,true",
  })
  void aMarkShowsOnlyTheLightsOfItsKind(
      Mark mark, Convention convention, String character, boolean allowed) throws LightSyntax {
    Marks.Verdict verdict = Marks.allows(mark, convention, LightCharacter.parse(character));

    assertThat(verdict.allowed()).as(verdict.reason()).isEqualTo(allowed);
    assertThat(verdict.reason()).isNotBlank();
  }

  @Test
  void theReasonNamesTheRule() throws LightSyntax {
    LightCharacter composite = LightCharacter.parse("Fl(2+1) R 10s");

    assertThat(Marks.allows(Mark.PORT_HAND, Convention.IALA_A, composite).reason())
        .contains("Fl(2+1) R 10s is not for a port-hand")
        .contains("preferred channel");
    assertThat(Marks.allows(Mark.STARBOARD_HAND, Convention.IALA_A, composite).reason())
        .contains("its light is green by IALA A");
    assertThat(
            Marks.allows(Mark.CARDINAL_EAST, Convention.IALA_A, LightCharacter.parse("Q")).reason())
        .contains("VQ(3) 5s or Q(3) 10s");
  }
}
