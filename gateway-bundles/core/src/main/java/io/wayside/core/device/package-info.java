// SPDX-License-Identifier: Apache-2.0
/**
 * Device contracts: what a driver offers and a station may rely on. Each has one contract test
 * suite.
 */
@Export
@Version("2.3.0")
@NullMarked
package io.wayside.core.device;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
