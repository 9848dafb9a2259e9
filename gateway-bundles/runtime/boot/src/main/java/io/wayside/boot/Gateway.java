// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import io.wayside.boot.site.SitePlan;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running gateway: started level by level, configured in between, asked over its services. */
final class Gateway {

  /** Not a PID: carries what the configuration as a whole is known by. */
  static final String CONFIGURATION = "io.wayside.configuration";

  private static final Logger log = LoggerFactory.getLogger(Gateway.class);

  private final Release release;
  private final Site site;
  private final GatewayFramework framework;
  private final RuntimeServices services;
  private volatile SitePlan plan;

  private Gateway(Release release, Site site, SitePlan plan, GatewayFramework framework) {
    this.release = release;
    this.site = site;
    this.plan = plan;
    this.framework = framework;
    this.services = new RuntimeServices(framework.context());
  }

  /** Starts it; returns when the last start level is reached. */
  static Gateway start(Release release, Site site, SitePlan plan, StateFolder state)
      throws BootFailure, InterruptedException {
    Map<String, String> settings =
        FrameworkSettings.of(release, site, state, plan, System.getProperty("os.arch", ""));
    release
        .systemProperties()
        .forEach(
            (name, value) ->
                System.setProperty(
                    name, value.replace("${native}", settings.getOrDefault("wayside.native", ""))));
    Gateway gateway = new Gateway(release, site, plan, GatewayFramework.start(release, settings));
    gateway.goToConfigured();
    gateway.configure(plan);
    if (!gateway.framework.goTo(release.highestStartLevel())) {
      log.warn("the last start level is not reached yet; health names what is missing");
    }
    return gateway;
  }

  private void goToConfigured() throws BootFailure, InterruptedException {
    framework.goTo(release.configureAfter());
    var missing = framework.notRunning(release.configureAfter());
    if (!missing.isEmpty()) {
      throw incomplete(String.join(", ", missing) + " cannot start");
    }
  }

  private Map<String, String> configure(SitePlan wanted) throws BootFailure, InterruptedException {
    Map<String, Map<String, Object>> all = new TreeMap<>(wanted.configurations());
    all.put(CONFIGURATION, Map.of("hash", wanted.hash()));
    Map<String, String> changes =
        services
            .configure(all)
            .orElseThrow(() -> incomplete("io.wayside.runtime does not take the configuration"));
    plan = wanted;
    return changes;
  }

  private static BootFailure incomplete(String what) {
    return new BootFailure(
        ExitCode.RELEASE_INCOMPLETE,
        "wayside-gateway: " + what + " \u2014 see the messages above, install the release again");
  }

  /** Reads the site document again and applies what differs; what became of each PID. */
  Map<String, String> reload() throws BootFailure, InterruptedException {
    SitePlan wanted = site.read();
    SitePlan current = plan;
    if (!wanted.gateway().equals(current.gateway()) || !wanted.tenant().equals(current.tenant())) {
      throw new BootFailure(
          ExitCode.SITE_REFUSED,
          "gateway.id or gateway.tenant has changed (now %s of %s, running %s of %s) \u2014 nothing was changed; restart the gateway to take this document"
              .formatted(wanted.gateway(), wanted.tenant(), current.gateway(), current.tenant()));
    }
    return configure(wanted);
  }

  String configurationHash() {
    return plan.hash();
  }

  Optional<String> health() throws InterruptedException {
    return services.health();
  }

  Optional<String> command(String json) throws InterruptedException {
    return services.command(json);
  }

  GatewayFramework framework() {
    return framework;
  }

  RuntimeServices services() {
    return services;
  }

  Release release() {
    return release;
  }
}
