// SPDX-License-Identifier: Apache-2.0
/**
 * What a vehicle looks like from the road, and class schemes as data: ordered rules over axles,
 * spacings, loads and length. Shared by weighing, counting and tolling. Pure logic.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.wayside.core.vehicle;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
