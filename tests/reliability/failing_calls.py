#!/usr/bin/env python3
"""failing_calls.py DIRECTORY - eight of the samples, each of whose system calls fails, by strace's injection: every error
that is listed here, at each of the first calls behind the loop's making. A run may go on as if nothing was, or the program
may tell; or it ends with a line that says `asyncc:` and what failed. No other signal, silence, or waiting without end.

DIRECTORY: the build's samples. --few: a subset, a few seconds. --program, --call: only those. -v: each run.
77: there is no strace, or it may not trace."""

import argparse, collections, concurrent.futures, os, re, shutil, subprocess, sys, tempfile

PROGRAMS = {
    'read_files': 'bin/read_files', 'http_gets': 'bin/http_gets', 'raw_request': 'bin/raw_request',
    'poll_pipe': 'bin/poll_pipe', 'two_loops': 'bin/two_loops', 'proc-streams': 'guide/bin/proc-streams',
    'uvcat': 'guide/bin/uvcat', 'progress': 'guide/bin/progress',
}
ARGUMENTS = {'uvcat': [os.path.abspath(__file__)]}
CALLS = {
    'epoll_create1': 'EMFILE ENOMEM', 'eventfd2': 'EMFILE ENOMEM', 'pipe2': 'EMFILE', 'socketpair': 'EMFILE',
    'epoll_ctl': 'ENOMEM ENOSPC', 'epoll_wait': 'EINTR', 'epoll_pwait': 'EINTR', 'socket': 'EMFILE ENOBUFS EACCES',
    'bind': 'EADDRINUSE', 'listen': 'EADDRINUSE', 'accept4': 'EMFILE ECONNABORTED EINTR', 'connect': 'ECONNREFUSED EINTR',
    'getsockname': 'ENOBUFS', 'setsockopt': 'ENOBUFS ENOPROTOOPT', 'read': 'EIO EINTR EAGAIN', 'write': 'ENOSPC EPIPE EINTR EAGAIN',
    'readv': 'EIO', 'writev': 'ENOSPC', 'pread64': 'EIO', 'preadv': 'EIO', 'pwrite64': 'ENOSPC', 'sendmsg': 'ECONNRESET',
    'recvmsg': 'ECONNRESET', 'openat': 'EMFILE EACCES ENOENT', 'fstat': 'EIO', 'newfstatat': 'EACCES',
    'statx': 'EACCES ENOSYS', 'mmap': 'ENOMEM', 'mprotect': 'ENOMEM', 'munmap': 'ENOMEM', 'clone3': 'EAGAIN ENOMEM',
    'clone': 'EAGAIN', 'pidfd_open': 'EMFILE ENOSYS EPERM', 'waitid': 'ECHILD EINVAL', 'wait4': 'ECHILD', 'kill': 'EPERM',
    'rt_sigaction': 'EINVAL', 'getrandom': 'ENOSYS EAGAIN', 'fcntl': 'EINVAL', 'ioctl': 'ENOTTY', 'dup3': 'EMFILE',
    'prlimit64': 'EPERM', 'sched_getaffinity': 'EINVAL', 'getdents64': 'EIO', 'unlink': 'EACCES', 'mkdir': 'EACCES',
}
FEW = {'read_files': ['openat', 'epoll_create1', 'eventfd2', 'clone3'], 'proc-streams': ['pidfd_open', 'pipe2', 'clone'],
       'poll_pipe': ['epoll_ctl', 'pipe2']}
# Not close: strace would leave the descriptor open, which the system never does; nor brk, which tells of errors otherwise.
BEGIN = 'epoll_create1'  # what is before is the loader's and the C library's
# What the system has no such error for: its own tables; libuv's wake-ups and signals, by eventfds and by pipes.
IMPOSSIBLE = r'EPOLL_CTL_DEL|(read|write)\(\d+<anon_inode:\[eventfd\]>|<pipe:\[\d+\]>.*, (1|16|512)\)|<pipe:.* (EIO|ENOSPC)'


def run(command, seconds=10):
    environment = dict(os.environ, ASYNCC_CLOCK='virtual', UV_THREADPOOL_SIZE='4')
    with tempfile.TemporaryDirectory() as work:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   cwd=work, env=environment, start_new_session=True)
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.communicate()
            return None, b'', b''
        return process.returncode, out, err


def calls_of(command, log):
    """How often the main thread makes each call, and how often before it begins."""
    most, before, main, begun = collections.Counter(), collections.Counter(), None, False
    run(['strace', '-f', '-qq', '-o', log] + command)
    for line in open(log, errors='replace'):
        found = re.match(r'(\d+) +([a-z0-9_]+)\(', line)
        main = main or found and found[1]
        if not found or found[1] != main:
            continue
        begun = begun or found[2] == BEGIN
        most[found[2]] += 1
        before[found[2]] += not begun
    return most, before


def judge(status, out, err, usual):
    told = re.search(rb'^asyncc: ', err, re.M)
    if status is None:
        return 'HANGS'
    if status < 0 or status > 128:
        return 'told' if told else 'KILLED by signal %d' % (-status if status < 0 else status - 128)
    if (status, out) == usual[:2]:
        return 'goes on'
    if told:
        return 'told'
    return 'the program tells' if err != usual[2] or out != usual[1] else 'SILENT'


def one(arguments):
    name, command, call, error, when, usual = arguments
    with tempfile.NamedTemporaryFile(mode='r', errors='replace') as log:
        strace = ['strace', '-f', '-qq', '-y', '-o', log.name, '-e', 'trace=' + call, '-e',
                  'inject=%s:error=%s:when=%d' % (call, error, when)]
        status, out, err = run(strace + command)
        injected = [line for line in log if '(INJECTED)' in line]
    possible = injected and not all(re.search(IMPOSSIBLE, line) for line in injected)
    return name, call, error, when, (judge(status, out, err, usual) if possible else None), status, out, err


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('directory')
    parser.add_argument('--few', action='store_true')
    parser.add_argument('--first', type=int, default=20)
    parser.add_argument('--program')
    parser.add_argument('--call')
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('-v', action='store_true')
    options = parser.parse_args()
    if not shutil.which('strace') or run(['strace', '-o', '/dev/null', 'true'])[0] != 0:
        print('no strace')
        return 77
    work = []
    with tempfile.NamedTemporaryFile() as log:
        for name, path in PROGRAMS.items():
            command = [os.path.abspath(os.path.join(options.directory, path))] + ARGUMENTS.get(name, [])
            if options.few and name not in FEW or options.program not in (None, name):
                continue
            usual = run(command)
            if usual[0] is None or usual[0] < 0:
                print('%s does not run by itself: %s' % (name, usual))
                return 1
            most, before = calls_of(command, log.name)
            for call, errors in CALLS.items():
                if options.few and call not in FEW[name] or options.call not in (None, call):
                    continue
                first = before[call] + 1
                last = min(most[call], before[call] + (3 if options.few else options.first))
                work += [(name, command, call, error, when, usual) for error in errors.split() for when in range(first, last + 1)]
    table, bad = collections.defaultdict(collections.Counter), []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for name, call, error, when, verdict, status, out, err in pool.map(one, work):
            if verdict is None:
                continue
            table[call, error][verdict.split(' by')[0]] += 1
            if options.v or verdict.isupper() or verdict.startswith('KILLED'):
                print('%s: %s %s at %d: %s, status %s: %s' % (name, call, error, when, verdict, status,
                                                              err.decode(errors='replace').strip()[-300:]), flush=True)
            bad += [verdict] if verdict.isupper() or verdict.startswith('KILLED') else []
    print('%-18s %-12s %8s %8s %8s %8s' % ('call', 'error', 'runs', 'go on', 'tell', 'asyncc:'))
    for (call, error), counts in sorted(table.items()):
        print('%-18s %-12s %8d %8d %8d %8d%s' % (call, error, sum(counts.values()), counts['goes on'],
                                                 counts['the program tells'], counts['told'],
                                                 ''.join('  %s %d' % item for item in counts.items() if item[0].isupper())))
    print('%d runs, %d bad' % (sum(sum(counts.values()) for counts in table.values()), len(bad)))
    return 1 if bad or not table else 0


sys.exit(main())
