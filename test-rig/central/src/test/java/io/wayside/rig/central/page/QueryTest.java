// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryTest {

  private static Query query(String text) throws Query.Wrong {
    return new Query(URI.create("/api" + text), Set.of("gateway", "limit"));
  }

  @Test
  void readsEscapedTextAndNumbersWithinBounds() throws Exception {
    Query query = query("?gateway=c%E1%BA%A7u+1&limit=7");
    assertThat(query.text("gateway")).isEqualTo("cầu 1");
    assertThat(query.number("limit", 1, 10, 3)).isEqualTo(7);
  }

  @Test
  void whatIsNotGivenHasItsDefault() throws Exception {
    for (String text : new String[] {"", "?", "?limit=", "?limit"}) {
      assertThat(query(text).number("limit", 1, 10, 3)).as(text).isEqualTo(3);
      assertThat(query(text).text("gateway")).as(text).isEmpty();
    }
  }

  @Test
  void aParameterNobodyKnowsIsRefusedByName() {
    assertThatThrownBy(() -> query("?colour=red")).hasMessageContaining("colour");
    assertThatThrownBy(() -> query("?limit=1&&")).isInstanceOf(Query.Wrong.class);
  }

  @Test
  void numbersOutOfBoundsOrNoNumbersAreRefusedByName() {
    for (String limit : new String[] {"0", "11", "-1", "1.5", "x", "9223372036854775808"}) {
      assertThatThrownBy(() -> query("?limit=" + limit).number("limit", 1, 10, 3))
          .isInstanceOf(Query.Wrong.class)
          .hasMessageContaining("limit")
          .hasMessageContaining(limit);
    }
  }
}
