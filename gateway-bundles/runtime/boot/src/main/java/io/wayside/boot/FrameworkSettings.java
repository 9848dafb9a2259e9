// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import io.wayside.boot.site.SitePlan;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Constants;

/** The properties a framework is started with; bundles find the {@code wayside.} ones. */
final class FrameworkSettings {

  private FrameworkSettings() {}

  static Map<String, String> of(
      Release release, Site site, StateFolder state, SitePlan plan, String osArch) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, state.frameworkStorage().toString());
    // A warm cache starts no faster and can be stale: begin with an empty one.
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, release.systemPackages());
    settings.put(Constants.FRAMEWORK_BUNDLE_PARENT, Constants.FRAMEWORK_BUNDLE_PARENT_FRAMEWORK);
    settings.put("wayside.release", release.version());
    settings.put("wayside.state", state.path().toString());
    settings.put("wayside.site", site.folder().toString()); // files a document names lie beside it
    settings.put("wayside.etc", release.home().resolve("etc").toString());
    settings.put("wayside.native", release.nativeFolder(osArch).toString());
    settings.put("wayside.gateway", plan.gateway());
    settings.put("wayside.tenant", plan.tenant());
    return settings;
  }
}
