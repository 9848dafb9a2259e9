// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.SiteFile;
import io.wayside.rig.scenarios.site.WeighSite;
import io.wayside.rig.systemtests.Patience;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said, to whom it concerns. */
class TroubleTest {

  @TempDir Path folder;

  @Test
  void withoutItsScaleTheGatewayRunsAndHealthSaysSo() throws Exception {
    try (WeighSite site = Sites.onFelix(folder, 1)) {
      GatewayProcess gateway = site.startGateway();
      Patience.until(
          "health names the scale, its place and the reason",
          () -> health(site).code("device.scale-1").equals("link-down"),
          gateway::output);

      HealthReport.Part scale = health(site).parts().get("device.scale-1");
      assertThat(scale.message()).contains("ttyScale", "plug it in");
      assertThat(health(site).code("journal")).isEqualTo("ok");
      assertThat(health(site).status()).isEqualTo("failed");
      assertThat(gateway.running()).isTrue();
      assertThat(gateway.stop(5_000)).isTrue();
      assertThat(gateway.exitCode()).isZero();
    }
  }

  @Test
  void aWrongDocumentEndsInOneLineForEachErrorBeforeAnythingStarts() throws Exception {
    try (WeighSite site = Sites.onFelix(folder, 1)) {
      SiteFile.set(site.site(), "stations.lane-1.scaleDevice", "scale-9");
      SiteFile.set(site.site(), "stations.lane-1.vehicleGap", "3 kg");
      SiteFile.set(site.site(), "devices.scale-1.formt", "X");

      GatewayProcess gateway = site.startGateway();

      assertThat(gateway.awaitEnd(60_000)).isTrue();
      assertThat(gateway.exitCode()).isEqualTo(2);
      assertThat(gateway.output().lines())
          .hasSize(3)
          .allMatch(line -> line.matches("site\\.json:\\d+:\\d+: .+ — .+"))
          .anyMatch(
              line -> line.contains("stations.lane-1.scaleDevice") && line.contains("scale-9"))
          .anyMatch(line -> line.contains("stations.lane-1.vehicleGap") && line.contains("3 kg"))
          .anyMatch(line -> line.contains("devices.scale-1") && line.contains("format"));
      assertThat(site.state()).doesNotExist();
    }
  }

  private static HealthReport health(WeighSite site) {
    return site.control().health().orElse(HealthReport.NONE);
  }
}
