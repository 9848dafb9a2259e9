// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.device.Sentence;
import io.wayside.core.device.SentenceSource;
import io.wayside.rig.contracts.SentenceSourceContract;
import io.wayside.rig.contracts.SourceHarness;
import java.io.IOException;

class TcpSentenceSourceTest extends SentenceSourceContract {

  @Override
  protected SourceHarness<SentenceSource, Sentence> start() throws IOException {
    return WireHarness.overTcp(Said.SENTENCES);
  }
}
