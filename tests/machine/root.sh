#!/usr/bin/env bash
# Makes the machine's disk: a fresh Debian 12 with the packages given, installed by apt as a person does it.
#   root.sh FOLDER PACKAGE.deb...
# In FOLDER: `base`, that Debian with what the packages depend on (made once, from apt's mirror),
# `kernel` and `initrd`, `disk`, the root as an ext4 image.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$1
shift
mirror=${STAIRWELL_MIRROR:-http://deb.debian.org/debian}
base=$folder/base root=$folder/root

within() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 chroot "$@"; }
apt() { within "$1" apt-get -q -y -o Dpkg::Use-Pty=0 -o APT::Sandbox::User=root --no-install-recommends "${@:2}"; }

install_all() { # ROOT PACKAGE.deb...: as a person does it, but nothing starts yet
	local to=$1 policy=$1/usr/sbin/policy-rc.d
	shift
	printf '#!/bin/sh\nexit 101\n' >"$policy"
	chmod +x "$policy"
	mkdir "$to/new"
	cp "$@" "$to/new"
	apt "$to" install "${@/*\//\/new\/}"
	rm -rf "$to/new" "$policy"
}

make_base() {
	rm -rf "$base" "$base.new"
	debootstrap --variant=minbase --include=systemd-sysv,udev,dbus,kmod,python3-minimal,dosfstools bookworm "$base.new" "$mirror"
	cat >"$base.new/etc/apt/sources.list" <<-EOF
		deb $mirror bookworm main
		deb ${mirror}-security bookworm-security main
	EOF
	cp /etc/resolv.conf "$base.new/etc/resolv.conf"
	apt "$base.new" update
	apt "$base.new" install linux-image-amd64 busybox-static
	install_all "$base.new" "$@"
	apt "$base.new" purge stairwell stairwell-kiosk
	if find "$base.new"/{etc,usr,var/lib/stairwell,var/cache/stairwell} -name '*stairwell*' -o -name ctrl-alt-del.target -path '*/etc/*' | grep .; then
		echo 'left behind after the packages were removed'
		return 1
	fi
	apt "$base.new" clean
	mv "$base.new" "$base"
}

# The first program of the machine: modules until the disk is there; the rest is its own business.
make_initrd() {
	local tree=$folder/initrd.d version file
	version=$(cd "$base/lib/modules" && echo *)
	rm -rf "$tree"
	mkdir -p "$tree"/{bin,mod,root,proc,dev}
	cp "$base/bin/busybox" "$tree/bin/busybox"
	within "$base" modprobe -S "$version" -a --show-depends virtio_pci virtio_blk ext4 |
		sed -n 's/^insmod \([^ ]*\).*/\1/p' | awk '!seen[$0]++' | while read -r file; do
		cp "$base$file" "$tree/mod/"
		echo "insmod /mod/${file##*/}"
	done >"$tree/modules"
	cat >"$tree/init" <<-'EOF'
		#!/bin/busybox sh
		b=/bin/busybox
		$b mount -t devtmpfs dev /dev
		$b mount -t proc proc /proc
		while read -r _ module; do $b insmod "$module"; done </modules
		until [ -b /dev/vda ]; do $b usleep 50000; done
		$b mount -t ext4 /dev/vda /root
		$b umount /proc
		exec $b switch_root /root /lib/systemd/systemd
	EOF
	chmod +x "$tree/init"
	(cd "$tree" && find . | "$base/bin/busybox" cpio -o -H newc 2>/dev/null | gzip -1) >"$folder/initrd"
	cp "$base/boot/vmlinuz-$version" "$folder/kernel"
}

# The disk: that Debian, the packages, and the test's hands in it.
make_disk() {
	local unit
	rm -rf "$root"
	cp -a "$base" "$root"
	install_all "$root" "$@"
	mkdir "$root/opt/machine"
	cp "$here/hands" "$here/finger.py" "$here/back" "$here/play" "$here/staff" "$root/opt/machine/"
	# in an emulator what a kiosk can do without takes seconds
	within "$root" systemctl -q mask e2scrub_reap.service {apt-daily,apt-daily-upgrade,dpkg-db-backup}.timer serial-getty@ttyS0.service
	for unit in hands finger; do
		cp "$here/$unit.service" "$root/etc/systemd/system/"
		within "$root" systemctl -q enable $unit.service
	done
	mkdir -p "$root/etc/systemd/system/stairwell-kiosk.service.d"
	cp "$here/kiosk.conf" "$root/etc/systemd/system/stairwell-kiosk.service.d/machine.conf"
	cp "$here/kiosk.ini" "$here/machine.ini" "$here/start.txt" "$root/etc/stairwell/"
	echo kiosk >"$root/etc/hostname"
	printf '/dev/vda / ext4 defaults 0 0\n/dev/vdb /var/lib/stairwell ext4 nofail 0 0\n' >"$root/etc/fstab"
	mkdir -p "$root/var/lib/stairwell"
	# fontconfig looks at moments finer than the image keeps
	find "$root/usr/share/fonts" "$root/usr/local/share/fonts" -exec touch -d @1700000000 {} +
	within "$root" fc-cache -f
	rm -f "$folder/disk"
	mke2fs -q -t ext4 -L root -d "$root" "$folder/disk" 2500M
	rm -rf "$root"
}

mkdir -p "$folder"
log=$folder/root.log
set -E
trap 'tail -20 "$log" >&2' ERR
{
	[ -d "$base" ] || make_base "$@"
	make_initrd
	make_disk "$@"
} >"$log" 2>&1
