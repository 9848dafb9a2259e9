// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.pi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.pi4j.boardinfo.util.BoardInfoHelper;
import com.pi4j.plugin.mock.provider.spi.MockSpiProvider;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.loadcell.port.Bus;
import io.wayside.driver.loadcell.port.Pin;
import io.wayside.driver.loadcell.port.Wiring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pi4J's own mock of a bus. */
class PiSpiTest {

  /** A data pin that is always low. */
  private static final class Pins implements Wiring {
    private boolean closed;

    @Override
    public boolean high(Pin pin) {
      return false;
    }

    @Override
    public void set(Pin pin, boolean high) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void pause(int micros) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void opensABusByAProviderNamedOutright() throws LinkDown {
    Pins pins = new Pins();
    Bus bus = PiSpi.open(MockSpiProvider.newInstance(), 0, 1, 62_500, pins);

    assertThat(bus.high(Pin.DATA)).isFalse();
    bus.close();
    assertThat(pins.closed).isTrue();
  }

  @Test
  void aBusThatDoesNotTakeAllBytesIsLost() throws LinkDown {
    try (Bus empty = PiSpi.open(MockSpiProvider.newInstance(), 0, 0, 62_500, new Pins())) {
      assertThatThrownBy(() -> empty.exchange((byte) 1, (byte) 2, (byte) 3))
          .isInstanceOf(LinkDown.class)
          .hasMessageContaining("0 of 3");
    }
  }

  @Test
  void aBusThatIsNotThereIsNamedAndItsPinsAreGivenBack() {
    assumeFalse(Files.exists(Path.of("/dev/spidev6.2")));
    Pins pins = new Pins();

    assertThatThrownBy(() -> PiSpi.open(6, 2, 62_500, pins))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("/dev/spidev6.2");
    assertThat(pins.closed).isTrue();
  }

  @Test
  void onAnotherBoardItSaysSo() {
    assumeFalse(BoardInfoHelper.runningOnRaspberryPi());

    assertThatThrownBy(() -> PiWiring.open(Map.of(Pin.DATA, 5)))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("IIO");
  }
}
