// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * With pauses drawn evenly from 0 to 300 s the next attempt of a gateway that has long been trying
 * is t seconds away with density (1 − t/300)/150: so many in the first second, and half within 300
 * (1 − √½) = 88 s.
 */
class ForecastTest {

  private static double figure(Forecast forecast, String key) throws Exception {
    Results results = new Results();
    forecast.run(results);
    Value.Fields fields = (Value.Fields) Json.read(results.json()).root();
    Value value = fields.values().get(key);
    return value instanceof Value.Whole whole ? whole.value() : ((Value.Real) value).value();
  }

  private static Forecast after(Duration outage) {
    return after(outage, Duration.ofSeconds(5));
  }

  private static Forecast after(Duration outage, Duration spread) {
    return new Forecast(10_000, outage, spread, Duration.ofMinutes(5), Duration.ZERO, 1);
  }

  @Test
  void afterALongOutageTenThousandReturnAtTheRateOfRenewals() throws Exception {
    Forecast forecast = after(Duration.ofHours(3));
    assertThat(figure(forecast, "backBusiest")).isBetween(67.0, 110.0); // 67 ± 5 deviations
    assertThat(figure(forecast, "backHalfS")).isBetween(84.0, 92.0);
    assertThat(figure(forecast, "backAllS")).isBetween(290.0, 300.0);
  }

  @Test
  void aBrokerThatIsGoneForAMomentMeetsItsFleetSpread() throws Exception {
    Forecast spread = after(Duration.ofMillis(1));
    assertThat(figure(spread, "backBusiest"))
        .isBetween(2_300.0, 2_750.0); // 10,000 over 5 s, and the first pause of 1 s
    Forecast atOnce = after(Duration.ofMillis(1), Duration.ZERO);
    assertThat(figure(atOnce, "backBusiest")).isGreaterThan(9_900);
  }

  @Test
  void aLongerTimeOutMakesFewerTries() throws Exception {
    Duration outage = Duration.ofMinutes(10);
    Forecast refused = after(outage);
    Forecast unanswered =
        new Forecast(
            10_000,
            outage,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofSeconds(20),
            1);
    assertThat(figure(unanswered, "vainTries")).isLessThan(figure(refused, "vainTries"));
  }
}
