// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import static io.wayside.rig.transports.Heard.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.time.TimeSource;
import io.wayside.rig.transports.Heard;
import io.wayside.rig.transports.Listener;
import io.wayside.rig.transports.Mosquitto;
import io.wayside.rig.transports.Plans;
import io.wayside.rig.transports.RigTime;
import io.wayside.uplink.transport.MqttTransport;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;

/** The bundle as it is installed: all it needs is inside it or in the default bundle set. */
class InFrameworkTest {

  private static final String API =
      "io.wayside.core.time;version=1.0.0,io.wayside.uplink.transport;version=1.0.0,"
          + "io.wayside.uplink.tls;version=1.0.0,"
          + "org.slf4j;version=2.0.17,org.slf4j.event;version=2.0.17,"
          + "org.slf4j.helpers;version=2.0.17,org.slf4j.spi;version=2.0.17";

  private static final List<String> SERVICES =
      List.of(
          "org.apache.felix.scr.impl.Activator",
          "org.osgi.service.component.ComponentContext",
          "org.osgi.util.promise.Promise",
          "org.osgi.util.function.Function");

  @TempDir Path dir;

  private static String place(Class<?> type) throws Exception {
    URI jar = type.getProtectionDomain().getCodeSource().getLocation().toURI();
    return "reference:" + new URL("file", null, Path.of(jar).toString());
  }

  @Test
  void itResolvesOffersItsServiceAndConnects() throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, dir.resolve("cache").toString());
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, API);
    Framework framework = new FrameworkFactory().newFramework(settings);
    framework.start();
    try (Mosquitto broker = new Mosquitto(dir)) {
      broker.start();
      BundleContext context = framework.getBundleContext();
      context.registerService(TimeSource.class, new RigTime(), null);
      List<Bundle> installed = new ArrayList<>();
      for (String service : SERVICES) {
        installed.add(context.installBundle(place(Class.forName(service))));
      }
      Bundle bundle = context.installBundle(place(Mqtt5Transport.class));
      installed.add(bundle);
      for (Bundle each : installed) {
        each.start();
      }
      assertThat(bundle.getSymbolicName()).isEqualTo("io.wayside.uplink.mqtt5");
      sends(offered(context), broker);
    } finally {
      framework.stop();
      framework.waitForStop(10_000);
    }
  }

  private static MqttTransport offered(BundleContext context) throws Exception {
    ServiceTracker<MqttTransport, MqttTransport> tracker =
        new ServiceTracker<>(context, context.createFilter("(transport=mqtt5)"), null);
    tracker.open();
    MqttTransport transport = tracker.waitForService(20_000);
    if (transport == null) {
      throw new TimeoutException("no transport mqtt5 was offered");
    }
    ServiceReference<MqttTransport> reference = tracker.getServiceReference();
    assertThat(reference.getProperty(MqttTransport.PROPERTY)).isEqualTo("mqtt5");
    assertThat(transport.getClass()).isNotEqualTo(Mqtt5Transport.class); // the bundle's own
    return transport;
  }

  private static void sends(MqttTransport transport, Mosquitto broker) throws Exception {
    try (Listener listener = new Listener(broker.address(), "way/v1/#")) {
      MqttTransport.Connection connection =
          transport.connect(Plans.to(broker.address()), new Heard());
      CountDownLatch acknowledged = new CountDownLatch(1);
      connection.publish("way/v1/demo/gw-1/k/s", new byte[] {'1'}, false, acknowledged::countDown);
      assertThat(acknowledged.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(soon(listener.heard)).isEqualTo("way/v1/demo/gw-1/k/s 1");
      connection.disconnect();
    }
  }
}
