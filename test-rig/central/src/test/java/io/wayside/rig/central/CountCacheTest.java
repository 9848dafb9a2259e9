// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.central.store.Store;
import io.wayside.rig.central.store.StoreFailed;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountCacheTest {

  private static final long MS = 1_000_000;

  private long now;
  private long takes;
  private int asked;
  private boolean failing;
  private final CountCache cache = new CountCache(store(), () -> now);

  /** A store that only counts, which takes a while. */
  private Store store() {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (self, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("counts");
              asked++;
              now += takes;
              if (failing) {
                throw new StoreFailed("the disk is gone", new Exception());
              }
              return List.of();
            });
  }

  private int askedAfter(long nanos) {
    now += nanos;
    assertThat(cache.now()).isEmpty();
    return asked;
  }

  @Test
  void theStoreIsAskedWhenSomethingCameAndElseOnceASecond() {
    assertThat(askedAfter(0)).isEqualTo(1);
    assertThat(askedAfter(900 * MS)).isEqualTo(1);
    cache.changed();
    assertThat(askedAfter(0)).isEqualTo(2);
    assertThat(askedAfter(900 * MS)).isEqualTo(2);
    assertThat(askedAfter(200 * MS)).isEqualTo(3);
  }

  @Test
  void aCountThatTakesLongIsGoodForLong() {
    takes = 500 * MS;
    assertThat(askedAfter(0)).isEqualTo(1);
    cache.changed();
    assertThat(askedAfter(9_000 * MS)).isEqualTo(1);
    assertThat(askedAfter(2_000 * MS)).isEqualTo(2);
  }

  @Test
  void aStoreThatCannotBeReadLeavesTheOldCountAndIsAskedAgain() {
    assertThat(askedAfter(0)).isEqualTo(1);
    failing = true;
    cache.changed();
    assertThat(askedAfter(1)).isEqualTo(2);
    assertThat(askedAfter(1)).isEqualTo(3);
  }
}
