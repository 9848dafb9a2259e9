// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.core;

import io.wayside.rig.systemtests.house.Breaks;
import org.osgi.framework.BundleContext;

/** Core is not told that there is a framework. */
@Breaks({
  "a room imports only what its line allows",
  "a pure package has no I/O, no threads and no framework"
})
record KnowsTheFramework(BundleContext context) {}
