create table t(a unique, b not null);
insert into t values (1, 2); insert or ignore into t values (1, 3), (2, null), (3, 3); select * from t;
insert into t select a, b from t where a = 1;
