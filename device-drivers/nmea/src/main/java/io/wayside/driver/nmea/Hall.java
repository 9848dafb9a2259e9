// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a receiver and those who listen to one side of it find each other, by the device's id. */
@Component(service = Hall.class, immediate = true)
public final class Hall {

  private static final Logger log = LoggerFactory.getLogger(Hall.class);

  private final Map<String, Audience> audiences = new ConcurrentHashMap<>();

  @Activate
  public Hall() {}

  Audience of(String deviceId) {
    return audiences.computeIfAbsent(deviceId, id -> new Audience(id, log::error));
  }
}
